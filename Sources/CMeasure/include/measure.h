#pragma once
/// Keeps the optimiser from removing or moving what was computed before it.
void measure_barrier(const void *value);
