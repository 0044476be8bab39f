#ifndef YIGAI_XLSXWRITER_SHIM_H
#define YIGAI_XLSXWRITER_SHIM_H
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Closes a workbook without a word: the library writes to stderr what it returns as well, and on a
   terminal that is the screen. Not for two threads at once. */
static inline lxw_error yigai_workbook_close(lxw_workbook *workbook) {
  fflush(stderr);
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  errno = 0;
  lxw_error error = workbook_close(workbook);
  int reason = errno;
  fflush(stderr);
  if (kept >= 0) dup2(kept, STDERR_FILENO);
  if (kept >= 0) close(kept);
  if (nowhere >= 0) close(nowhere);
  errno = reason;
  return error;
}
#endif
