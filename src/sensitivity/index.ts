export { type Assumption, type Borrower, LARGE_CAP, SMALL_CAP } from './borrower.ts';
export { FEDERAL_TAX_RATE, PUBLISHED_FLOATING_SHARES, type PublishedRange, publishedRange } from './published.ts';
export { effectOf, liftRatio, type NetIncomeEffect, type RateMoveEffect } from './rate-move.ts';
