#define _GNU_SOURCE
#include "counters.h"

#include <sched.h>

int counters_keep_on(int process, int processor) {
  if (processor < 0 || processor >= CPU_SETSIZE) return -1;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(processor, &set);
  return sched_setaffinity(process, sizeof set, &set);
}
