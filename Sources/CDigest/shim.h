#ifndef YIGAI_DIGEST_SHIM_H
#define YIGAI_DIGEST_SHIM_H
#include <sys/types.h>
#include <sha2.h>
#endif
