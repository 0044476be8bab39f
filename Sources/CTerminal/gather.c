// One write a frame. ncurses flushes its buffer at every move of the cursor, some seven times a
// frame; each write wakes the terminal, and a frame arrives torn. While a frame is painted the
// descriptor that ncurses writes to leads into memory; what has gathered there goes out at once.
#define _GNU_SOURCE
#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static int output = -1;    // what ncurses writes to
static int terminal = -1;  // the terminal itself
static int memory = -1;
static char buffer[1 << 16];

// The terminal opened once more, so that writing to it never blocks here and still does elsewhere;
// where that cannot be, the same description, written to only when it has room.
static int door(void) {
  int found = open("/dev/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  return found >= 0 ? found : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
}

FILE *terminal_output(void) {
  output = dup(STDOUT_FILENO);
  terminal = door();
  memory = memfd_create("frame", MFD_CLOEXEC);
  FILE *file = output < 0 ? NULL : fdopen(output, "w");
  if (!file || terminal < 0) {
    if (memory >= 0) close(memory);
    memory = -1;
  }
  return file ? file : stdout;
}

void terminal_gather(void) {
  if (memory >= 0) dup2(memory, output);
}

int terminal_send(const char *bytes, size_t count, int patience) {
  int to = terminal >= 0 ? terminal : STDOUT_FILENO;
  const int step = 50;
  int waited = 0;
  while (count > 0) {
    struct pollfd room = {.fd = to, .events = POLLOUT};
    int ready = poll(&room, 1, step);
    if (patience < 0 && terminal_ending()) return -1;
    if (ready <= 0) {
      waited += ready == 0 ? step : 0;
      if (ready < 0 && errno != EINTR) return -1;
      if (patience >= 0 && waited >= patience) return -1;
      continue;
    }
    ssize_t now = write(to, bytes, count);
    if (now < 0 && errno != EINTR && errno != EAGAIN) return -1;
    if (now > 0) {
      bytes += now;
      count -= (size_t)now;
    }
  }
  return 0;
}

void terminal_release(void) {
  if (memory < 0) return;
  off_t size = lseek(memory, 0, SEEK_CUR);
  dup2(terminal, output);
  for (off_t at = 0; at < size;) {
    size_t left = (size_t)(size - at);
    ssize_t count = pread(memory, buffer, left < sizeof buffer ? left : sizeof buffer, at);
    if (count <= 0) break;
    if (terminal_send(buffer, (size_t)count, -1) < 0) break;
    at += count;
  }
  lseek(memory, 0, SEEK_SET);
}
