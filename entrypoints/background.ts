import { defineBackground } from 'wxt/utils/define-background';
import { contract } from '../lib/messages/contract.ts';

export default defineBackground({
  type: 'module',
  main() {
    void contract;
  },
});
