/**
 * The one door to zod. The small build, because the popup loads it before it shows anything; and no
 * compiled validators, because an extension's content security policy forbids `new Function`.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
