// What must be C: the width function ncurses binds to, and all that runs inside a signal handler.
#ifndef YIGAI_CTERMINAL_H
#define YIGAI_CTERMINAL_H

#include <stddef.h>
#include <stdio.h>

/// The columns of a scalar when ambiguous characters take `ambiguous` columns; -1 for no opinion.
typedef int (*terminal_ruler)(unsigned scalar, int ambiguous);

/// Measures by `ruler` from now on wherever the process calls `wcwidth`; NULL for the C library.
void terminal_measure_by(terminal_ruler ruler, int ambiguous);

/// The width by the `wcwidth` that shared libraries of the process are bound to, ncurses among them.
int terminal_bound_wcwidth(unsigned scalar);

/// The width by the C library itself, -1 where it is not printable.
int terminal_system_wcwidth(unsigned scalar);

/// Remembers the modes `input` has now, and begins to note SIGWINCH, SIGCONT, SIGTSTP, SIGINT,
/// SIGTERM and SIGHUP; the descriptor gives a byte (the number of the signal) for each.
///
/// -1 when there are no descriptors left. To be called before ncurses, which changes modes at once.
int terminal_watch(int input);

/// Puts back the handlers there were before `terminal_watch`.
void terminal_unwatch(void);

/// SIGTERM, SIGHUP or SIGINT once one has come, 0 before.
///
/// The program is to end then; where it has not within five seconds, whatever it hangs in, it is
/// ended, the terminal given back.
int terminal_ending(void);

/// Ends the process by the signal that asked for it, so that a shell sees which; returns where none
/// has come.
void terminal_end(void);

/// Keeps what gives the terminal back, besides its modes: bytes to write to it.
///
/// From now on every signal that ends the process, and a plain `exit`, writes them.
void terminal_arm(const char *bytes, size_t count);

/// Writes to the terminal, past ncurses; -1 where not all could be sent.
///
/// A terminal that does not read is waited for `patience` milliseconds; where that is negative,
/// until a signal asks for the end. May be called from a signal handler.
int terminal_send(const char *bytes, size_t count, int patience);

/// Gives the terminal back, if it is armed; may be called from a signal handler.
void terminal_rescue(void);

/// Forgets what `terminal_arm` was given: the terminal has been given back in good order.
void terminal_disarm(void);

/// The stream that ncurses is to write to: standard output, through a descriptor of its own.
FILE *terminal_output(void);

/// From here to `terminal_release` what ncurses writes is gathered in memory.
void terminal_gather(void);

/// Sends what was gathered to the terminal, in one write.
void terminal_release(void);

/// Has large pieces of memory given back to the system when they are freed.
void process_give_memory_back(void);

/// Stops the process and its group as Ctrl-Z at a shell would; returns when it goes on.
void terminal_stop(void);

#endif
