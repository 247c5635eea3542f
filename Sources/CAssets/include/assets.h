#pragma once
#include <stddef.h>

/// A file of Datasets/ compiled into the binary, so that tools run from any directory.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} asset;

