#ifndef YIGAI_RESOURCES_H
#define YIGAI_RESOURCES_H
#include <stddef.h>

/// A file of Resources as it is compiled into the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} yigai_resource;

/// All of them, ended by one without a name.
extern const yigai_resource yigai_resources[];
#endif
