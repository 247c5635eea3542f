#include "redaction.h"

static const unsigned char given_names[] = {
#embed "../../Datasets/redaction/given-names.txt"
};

asset redaction_given_names(void) { return (asset){given_names, sizeof given_names}; }
