#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Whether this build counts allocations: not under a sanitizer, whose own allocator must stay.
bool counters_count_allocations(void);

/// Starts or stops counting; while stopped an allocation costs one read of a flag.
void counters_set_counting(bool counting);

/// How often memory was asked for while counting was on, by any thread of the process.
uint64_t counters_allocations(void);

/// Opens a counter of the instructions that the calling thread retires outside of the kernel.
///
/// Gives its descriptor, or the negative error number where the machine does not let it count.
int counters_open_instructions(void);

/// How many instructions the counter has seen; 0 where it cannot be read.
uint64_t counters_instructions(int descriptor);

/// Keeps a process on one processor (0-based), so that its counts and those of another one kept there
/// are disturbed alike; gives 0, or -1 where the system refuses, and then it runs where it may.
int counters_keep_on(int process, int processor);
