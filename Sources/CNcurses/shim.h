// What Swift does not see of ncurses: casts, function-like macros and variables.
#ifndef YIGAI_NCURSES_SHIM_H
#define YIGAI_NCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/ioctl.h>

// From <term.h>, which would also define hundreds of macros (columns, lines, tab …).
extern int setupterm(const char *name, int descriptor, int *fault);

static const attr_t yigai_bold = A_BOLD;
static const attr_t yigai_underline = A_UNDERLINE;
static const attr_t yigai_reverse = A_REVERSE;
static const attr_t yigai_dim = A_DIM;

static inline int yigai_colors(void) { return COLORS; }
static inline int yigai_color_pairs(void) { return COLOR_PAIRS; }

/// Begins on standard input and output; NULL where the terminal is not known.
///
/// Unlike `initscr` it does not end the process.
static inline SCREEN *yigai_begin(FILE *output) { return newterm(NULL, output, stdin); }

/// The window of the whole screen of the terminal in use.
static inline WINDOW *yigai_screen(void) { return stdscr; }

/// A string capability of the terminal in use, or NULL where it has none.
static inline const char *yigai_capability(const char *name) {
  const char *found = tigetstr((char *)name);
  return found == (const char *)-1 ? NULL : found;
}

/// Writes a run of wide characters in one style; columns and rows count from 0.
static inline void yigai_put(
    WINDOW *window, int y, int x, attr_t attributes, int pair, const wchar_t *text, int count) {
  wattr_set(window, attributes, (short)pair, &pair);
  mvwaddnwstr(window, y, x, text, count);
}

/// The codeset of the locale in force.
static inline const char *yigai_codeset(void) { return nl_langinfo(CODESET); }

/// The size the kernel knows; false when it knows none.
static inline bool yigai_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0 || !size.ws_col || !size.ws_row) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
#endif
