"""Speed of the product, every figure beside a raw baseline measured in the same run."""
