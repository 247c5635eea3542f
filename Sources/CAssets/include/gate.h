#pragma once
#include "assets.h"

/// The content gate's salted hashes for English (Datasets/gate/en.gate).
asset nightlight_gate_en(void);
