// Which ways through the program have been gone, where it was built to tell (`make fuzz-guided`).
#ifndef COVERAGE_H
#define COVERAGE_H

// How many ways there are; 0 where the program was not built to tell.
long coverage_all(void);

// How many were gone for the first time since this was asked last.
long coverage_fresh(void);

#endif
