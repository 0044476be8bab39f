#include "resources.h"

const yigai_resource yigai_resources[] = {{0, 0, 0}};
