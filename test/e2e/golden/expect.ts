/** One figure that differs is told, and the others are still looked at. */
import { expect as strict } from '@playwright/test';

export const expect = strict.configure({ soft: true, timeout: 10_000 });
