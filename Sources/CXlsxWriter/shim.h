#ifndef YIGAI_XLSXWRITER_SHIM_H
#define YIGAI_XLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
