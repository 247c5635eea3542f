#pragma once
#include "assets.h"

/// The bytes of Datasets/redaction/given-names.txt.
asset redaction_given_names(void);
