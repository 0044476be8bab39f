// One write a frame. ncurses flushes its buffer at every move of the cursor, some seven times a
// frame; each write wakes the terminal, and a frame arrives torn. While a frame is painted the
// descriptor that ncurses writes to leads into memory; what has gathered there goes out at once.
#define _GNU_SOURCE
#include "cterminal.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static int output = -1;    // what ncurses writes to
static int terminal = -1;  // the terminal itself
static int memory = -1;
static char buffer[1 << 16];

FILE *terminal_output(void) {
  output = dup(STDOUT_FILENO);
  terminal = dup(STDOUT_FILENO);
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

static void send(size_t count) {
  for (size_t sent = 0; sent < count;) {
    ssize_t now = write(terminal, buffer + sent, count - sent);
    if (now < 0 && errno != EINTR && errno != EAGAIN) return;
    if (now > 0) sent += (size_t)now;
  }
}

void terminal_release(void) {
  if (memory < 0) return;
  off_t size = lseek(memory, 0, SEEK_CUR);
  dup2(terminal, output);
  for (off_t at = 0; at < size;) {
    size_t left = (size_t)(size - at);
    ssize_t count = pread(memory, buffer, left < sizeof buffer ? left : sizeof buffer, at);
    if (count <= 0) break;
    send((size_t)count);
    at += count;
  }
  lseek(memory, 0, SEEK_SET);
}
