#include "faultvfs.h"
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// Used from one thread at a time, as the tests do.
const char *const fault_name = "yigai-fault";

typedef struct undo {
  struct undo *before;
  sqlite3_int64 offset, size;  // what stood there, and how long the file was
  int count;
  unsigned char bytes[];
} undo;

typedef struct fault_file {
  sqlite3_file base;
  undo *unsynced;
  struct fault_file *next;
  sqlite3_file *real;
} fault_file;

static sqlite3_vfs *under, ours;
static fault_file *files;
static int mode, struck, dead;
static long count, target;

void fault_arm(int new_mode, long n) {
  mode = new_mode;
  target = n;
  count = struck = dead = 0;
}
long fault_count(void) { return count; }
int fault_struck(void) { return struck; }

static void forget(fault_file *file) {
  while (file->unsynced) {
    undo *one = file->unsynced;
    file->unsynced = one->before;
    free(one);
  }
}

// Puts every file back to what was synced.
static void lose_power(void) {
  dead = 1;
  for (fault_file *file = files; file; file = file->next) {
    while (file->unsynced) {
      undo *one = file->unsynced;
      if (one->count) file->real->pMethods->xWrite(file->real, one->bytes, one->count, one->offset);
      file->real->pMethods->xTruncate(file->real, one->size);
      file->unsynced = one->before;
      free(one);
    }
  }
}

// Keeps what stands in a range before it is written over or cut off.
static void remember(fault_file *file, sqlite3_int64 offset, sqlite3_int64 length) {
  sqlite3_int64 size = 0;
  file->real->pMethods->xFileSize(file->real, &size);
  sqlite3_int64 there = size > offset ? size - offset : 0;
  int kept = (int)(there < length ? there : length);
  undo *one = malloc(sizeof *one + (size_t)kept);
  if (!one) return;
  *one = (undo){.before = file->unsynced, .offset = offset, .size = size, .count = kept};
  if (kept) file->real->pMethods->xRead(file->real, one->bytes, kept, offset);
  file->unsynced = one;
}

// Counts an operation, and says how it fails; SQLITE_OK where it does not.
static int strike(int error) {
  count++;
  if (dead) return error;
  if (mode == FAULT_NONE || count < target) return SQLITE_OK;
  if (mode == FAULT_FULL) {
    struck = 1;
    return error == SQLITE_IOERR_WRITE || error == SQLITE_CANTOPEN ? SQLITE_FULL : SQLITE_OK;
  }
  if (count > target) return SQLITE_OK;
  struck = 1;
  if (mode != FAULT_ONCE) lose_power();
  return error;
}

#define REAL(file) (((fault_file *)(file))->real)

static int f_close(sqlite3_file *file) {
  fault_file *own = (fault_file *)file;
  forget(own);
  for (fault_file **at = &files; *at; at = &(*at)->next) {
    if (*at == own) {
      *at = own->next;
      break;
    }
  }
  return own->real->pMethods ? own->real->pMethods->xClose(own->real) : SQLITE_OK;
}
static int f_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset) {
  if (dead) return SQLITE_IOERR_READ;
  return REAL(file)->pMethods->xRead(REAL(file), bytes, length, offset);
}
static int f_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
  int code = strike(SQLITE_IOERR_WRITE);
  if (code != SQLITE_OK) {
    // Half of it has arrived, and stays.
    if (mode == FAULT_TORN && count == target) {
      REAL(file)->pMethods->xWrite(REAL(file), bytes, length / 2, offset);
    }
    return code;
  }
  remember((fault_file *)file, offset, length);
  return REAL(file)->pMethods->xWrite(REAL(file), bytes, length, offset);
}
static int f_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int code = strike(SQLITE_IOERR_TRUNCATE);
  if (code != SQLITE_OK) return code;
  sqlite3_int64 now = 0;
  REAL(file)->pMethods->xFileSize(REAL(file), &now);
  if (now > size) remember((fault_file *)file, size, now - size);
  return REAL(file)->pMethods->xTruncate(REAL(file), size);
}
static int f_sync(sqlite3_file *file, int flags) {
  int code = strike(SQLITE_IOERR_FSYNC);
  if (code != SQLITE_OK) return code;
  code = REAL(file)->pMethods->xSync(REAL(file), flags);
  if (code == SQLITE_OK) forget((fault_file *)file);
  return code;
}
static int f_size(sqlite3_file *file, sqlite3_int64 *size) {
  return REAL(file)->pMethods->xFileSize(REAL(file), size);
}
static int f_lock(sqlite3_file *file, int level) {
  return dead ? SQLITE_IOERR_LOCK : REAL(file)->pMethods->xLock(REAL(file), level);
}
static int f_unlock(sqlite3_file *file, int level) {
  return REAL(file)->pMethods->xUnlock(REAL(file), level);
}
static int f_reserved(sqlite3_file *file, int *out) {
  return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out);
}
static int f_control(sqlite3_file *file, int op, void *argument) {
  return REAL(file)->pMethods->xFileControl(REAL(file), op, argument);
}
static int f_sector(sqlite3_file *file) { return REAL(file)->pMethods->xSectorSize(REAL(file)); }
static int f_device(sqlite3_file *file) {
  return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}
static int f_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out) {
  return dead ? SQLITE_IOERR_SHMMAP
              : REAL(file)->pMethods->xShmMap(REAL(file), region, size, extend, out);
}
static int f_shm_lock(sqlite3_file *file, int offset, int n, int flags) {
  return REAL(file)->pMethods->xShmLock(REAL(file), offset, n, flags);
}
static void f_shm_barrier(sqlite3_file *file) { REAL(file)->pMethods->xShmBarrier(REAL(file)); }
static int f_shm_unmap(sqlite3_file *file, int remove) {
  return REAL(file)->pMethods->xShmUnmap(REAL(file), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2, .xClose = f_close, .xRead = f_read, .xWrite = f_write,
    .xTruncate = f_truncate, .xSync = f_sync, .xFileSize = f_size, .xLock = f_lock,
    .xUnlock = f_unlock, .xCheckReservedLock = f_reserved, .xFileControl = f_control,
    .xSectorSize = f_sector, .xDeviceCharacteristics = f_device, .xShmMap = f_shm_map,
    .xShmLock = f_shm_lock, .xShmBarrier = f_shm_barrier, .xShmUnmap = f_shm_unmap,
};

static int v_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  fault_file *own = (fault_file *)file;
  memset(own, 0, sizeof *own);
  int code = strike(SQLITE_CANTOPEN);
  if (code != SQLITE_OK) return code;
  own->real = (sqlite3_file *)(own + 1);
  code = under->xOpen(under, name, own->real, flags, out);
  if (code != SQLITE_OK) return code;
  own->base.pMethods = &methods;
  own->next = files;
  files = own;
  return SQLITE_OK;
}
static int v_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  (void)vfs;
  int code = strike(SQLITE_IOERR_DELETE);
  return code != SQLITE_OK ? code : under->xDelete(under, name, sync);
}

int fault_register(void) {
  under = sqlite3_vfs_find(0);
  if (!under) return SQLITE_ERROR;
  ours = *under;
  ours.zName = fault_name;
  ours.pNext = 0;
  ours.szOsFile = (int)sizeof(fault_file) + under->szOsFile;
  ours.xOpen = v_open;
  ours.xDelete = v_delete;
  return sqlite3_vfs_register(&ours, 0);
}
