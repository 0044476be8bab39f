#ifndef YIGAI_EXPAT_SHIM_H
#define YIGAI_EXPAT_SHIM_H
#include <expat.h>
#endif
