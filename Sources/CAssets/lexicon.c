#include "lexicon.h"

static const unsigned char en[] = {
#embed "../../Datasets/lexicon/en.tsv"
};

asset lexicon_en(void) { return (asset){en, sizeof en}; }
