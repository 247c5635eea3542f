// TextFeatures
