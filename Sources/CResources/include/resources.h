#ifndef YIGAI_RESOURCES_H
#define YIGAI_RESOURCES_H
#include <stddef.h>

/// A file of Resources as it is compiled into the program.
typedef struct {
  const char *_Nullable name;
  const unsigned char *_Nullable bytes;
  size_t size;
} yigai_resource;

/// All of them, ended by one without a name.
extern const yigai_resource yigai_resources[];

/// The resource of a number, from 0; the last has no name.
const yigai_resource *_Nullable yigai_resource_at(size_t number);
#endif
