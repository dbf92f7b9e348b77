/** A note of a house that does not exist, by nobody. */
export const NOTE_TEXT = `Refinancing outruns the Fed

Norrgate Research, 18 September 2026

Norrgate Research is bearish on small caps against large caps: refinancing costs outrun any rate cut through 2027.

Mia Dahl, chief strategist at Halden Capital, is bullish on small caps over the next twelve months as domestic orders turn.

Roughly 33% of Russell 2000 debt carries a floating rate.

The half-point cut of December 2024 came too late for the smallest firms.

Small caps deserve a second look, though Norrgate Research would not hurry.
`;
