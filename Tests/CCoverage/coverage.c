#include "coverage.h"
#include <stdint.h>

static uint32_t all;
static _Atomic long fresh;

long coverage_all(void) { return all; }
long coverage_fresh(void) { return __atomic_exchange_n((long *)&fresh, 0, __ATOMIC_RELAXED); }

// The compiler calls these: once for each module, and at each way that is gone.
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop) {
  if (start == stop || *start) return;
  for (uint32_t *guard = start; guard < stop; guard++) *guard = ++all;
}

void __sanitizer_cov_trace_pc_guard(uint32_t *guard) {
  if (!*guard) return;
  *guard = 0;
  fresh++;
}
