import { campaign } from './campaign.js';

campaign(2, 2);
