#include "cterminal.h"

#ifdef __GLIBC__
#include <malloc.h>

// By itself glibc takes the first large piece that is freed for the usual size and keeps all that are
// smaller: what was read once then stays in memory as holes.
void process_give_memory_back(void) {
  enum { PIECE = 128 << 10 };
  mallopt(M_MMAP_THRESHOLD, PIECE);
  mallopt(M_TRIM_THRESHOLD, PIECE);
  mallopt(M_ARENA_MAX, 2);
}

#else

void process_give_memory_back(void) {}

#endif
