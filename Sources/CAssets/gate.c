#include "gate.h"

static const unsigned char english[] = {
#embed "../../Datasets/gate/en.gate"
};

asset nightlight_gate_en(void) { return (asset){english, sizeof english}; }
