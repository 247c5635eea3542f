#pragma once
/// Keeps the optimiser from removing or moving what was computed before it.
///
/// Any memory the pointer reaches counts as read, and all memory as changed.
void measure_barrier(const void *value);
