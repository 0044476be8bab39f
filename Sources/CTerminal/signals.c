#define _GNU_SOURCE
#include "cterminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { LENGTH = 64 };

// The signals that are noted and handled between two events.
static const int noted[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP};
// The signals that end the process at once: the terminal is given back first.
static const int fatal[] = {
  SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGQUIT, SIGPIPE, SIGALRM, SIGVTALRM,
  SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGIO,
#ifdef SIGPWR
  SIGPWR,
#endif
#ifdef SIGSTKFLT
  SIGSTKFLT,
#endif
};

// How many seconds an orderly end may take once it was asked for.
enum { PATIENCE = 5 };

#define COUNT(array) (sizeof(array) / sizeof(array[0]))

static struct sigaction before[LENGTH + 1];
static int channel[2] = {-1, -1};
static volatile sig_atomic_t ending = 0;

static bool ends(int number) { return number == SIGTERM || number == SIGHUP || number == SIGINT; }

// What gives the terminal back.
static struct {
  volatile sig_atomic_t armed;
  int input;
  size_t count;
  char bytes[512];
  struct termios modes;
} kept;

static void note(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (ends(number) && !ending) {
    ending = number;
    // Whatever it hangs in, it ends: the alarm is fatal.
    alarm(PATIENCE);
  }
  // A full pipe has been noted often enough.
  if (write(channel[1], &byte, 1) < 0) {}
  errno = kept;
}

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

int terminal_watch(int input) {
  kept.input = input;
  if (tcgetattr(input, &kept.modes) < 0) return -1;
  if (channel[0] < 0 && pipe2(channel, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
  for (size_t i = 0; i < COUNT(noted); i++) {
    sigaction(noted[i], NULL, &before[noted[i]]);
    // nohup and the like stay in force.
    if (noted[i] == SIGHUP && before[SIGHUP].sa_handler == SIG_IGN) continue;
    // A write to a terminal that does not read is left for the end.
    install(noted[i], note, ends(noted[i]) ? 0 : SA_RESTART);
  }
  return channel[0];
}

int terminal_ending(void) { return ending; }

void terminal_end(void) {
  if (!ending) return;
  alarm(0);
  signal(ending, SIG_DFL);
  raise(ending);
}

void terminal_unwatch(void) {
  for (size_t i = 0; i < COUNT(noted); i++) sigaction(noted[i], &before[noted[i]], NULL);
}

// A stack overflow leaves no room on the stack itself.
static char crash_stack[65536];

void terminal_rescue(void) {
  if (!kept.armed) return;
  kept.armed = 0;
  terminal_send(kept.bytes, kept.count, 300);
  // From the background tcsetattr would stop the process.
  sigset_t output, old;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &old);
  // Not TCSADRAIN, which waits for a terminal that may not read any more.
  tcsetattr(kept.input, TCSANOW, &kept.modes);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

static void crash(int number) {
  terminal_rescue();
  if (number == SIGALRM && ending) {
    number = ending;
    before[number].sa_handler = SIG_DFL;
    before[number].sa_flags = 0;
  }
  // What was there before (the default, or Swift's backtrace) takes over when this returns.
  sigaction(number, &before[number], NULL);
  raise(number);
}

void terminal_arm(const char *bytes, size_t count) {
  static int is_first = 1;
  kept.armed = 0;
  kept.count = count < sizeof kept.bytes ? count : sizeof kept.bytes;
  memcpy(kept.bytes, bytes, kept.count);
  if (is_first) {
    is_first = 0;
    atexit(terminal_rescue);
    stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    stack_t current;
    if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
      sigaltstack(&stack, NULL);
    }
    for (size_t i = 0; i < COUNT(fatal); i++) {
      sigaction(fatal[i], NULL, &before[fatal[i]]);
      // What whoever started it wants ignored stays so; the alarm is needed.
      if (before[fatal[i]].sa_handler == SIG_IGN && fatal[i] != SIGALRM) continue;
      install(fatal[i], crash, SA_ONSTACK);
    }
  }
  kept.armed = 1;
}

void terminal_disarm(void) { kept.armed = 0; }

void terminal_stop(void) {
  struct sigaction own;
  sigaction(SIGTSTP, NULL, &own);
  // The rest of the group (a pipeline, a make) first, then this process, by a signal to this very
  // thread, which stops it before the next line.
  install(SIGTSTP, SIG_IGN, 0);
  kill(0, SIGTSTP);
  install(SIGTSTP, SIG_DFL, 0);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
}
