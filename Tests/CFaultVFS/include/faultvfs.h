// An SQLite VFS that fails on purpose; only tests link it.
#ifndef FAULTVFS_H
#define FAULTVFS_H

enum fault_mode {
  FAULT_NONE = 0,
  // One operation fails with an error of the disk; those after it go well.
  FAULT_ONCE = 1,
  // From one operation on the disk is full.
  FAULT_FULL = 2,
  // The power fails at one operation: what was not synced is lost, and nothing goes any more.
  FAULT_POWER = 3,
  // The same, and of that one write half of the bytes have arrived.
  FAULT_TORN = 4,
};

// Registers the VFS under its name, beside the default one.
int fault_register(void);
extern const char *const fault_name;

// Has the n-th operation from now on fail, counted from 1; forgets what was counted.
void fault_arm(int mode, long n);

// How many operations that can fail there were since.
long fault_count(void);

// Whether it has failed.
int fault_struck(void);

#endif
