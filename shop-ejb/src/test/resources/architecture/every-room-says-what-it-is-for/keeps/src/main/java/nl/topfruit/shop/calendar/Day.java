class Day {}
