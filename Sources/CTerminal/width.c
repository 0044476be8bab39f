#define _GNU_SOURCE
#include "cterminal.h"
#include <dlfcn.h>
#include <wchar.h>

static terminal_ruler ruler = NULL;
static int ambiguous_columns = 1;

void terminal_measure_by(terminal_ruler new_ruler, int ambiguous) {
  ruler = new_ruler;
  ambiguous_columns = ambiguous;
}

#ifdef __GLIBC__

typedef int (*width_function)(wchar_t);

int terminal_system_wcwidth(unsigned scalar) {
  static width_function system_width = NULL;
  if (!system_width) system_width = (width_function)dlsym(RTLD_NEXT, "wcwidth");
  return system_width ? system_width((wchar_t)scalar) : 1;
}

int terminal_bound_wcwidth(unsigned scalar) {
  width_function bound = (width_function)dlsym(RTLD_DEFAULT, "wcwidth");
  return bound ? bound((wchar_t)scalar) : -1;
}

// An executable that defines wcwidth is asked before the C library, so libncursesw binds to this
// one and reckons with the same widths as the canvas does.
__attribute__((visibility("default"), used)) int wcwidth(wchar_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7F) return 1;
  int columns = ruler ? ruler((unsigned)scalar, ambiguous_columns) : -1;
  return columns >= 0 ? columns : terminal_system_wcwidth((unsigned)scalar);
}

#else

int terminal_bound_wcwidth(unsigned scalar) { return wcwidth((wchar_t)scalar); }

int terminal_system_wcwidth(unsigned scalar) { return wcwidth((wchar_t)scalar); }

#endif
