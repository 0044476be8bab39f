#ifndef YIGAI_ZIP_SHIM_H
#define YIGAI_ZIP_SHIM_H
#include <zip.h>
#endif
