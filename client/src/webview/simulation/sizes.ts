// The style sheet has the same heights.

/** The height of a lane, in pixels. */
export const laneHeight = 24;

/** The height of the axis, in pixels. */
export const axisHeight = 44;
