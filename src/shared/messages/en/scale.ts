/** Stances of the default scale, the absence of a stance, and strengths, as they stand beside a claim. */
export const scale = {
  "scale.supports": "supports",
  "scale.opposes": "opposes",
  "scale.neutral": "neutral",
  "scale.mixed": "mixed",
  "scale.unclear": "unclear",
  "scale.none": "no stance",
} as const;
