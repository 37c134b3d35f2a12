#include "cgsl.h"
