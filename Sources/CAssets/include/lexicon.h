#pragma once
#include "assets.h"

/// The bytes of Datasets/lexicon/en.tsv.
asset lexicon_en(void);
