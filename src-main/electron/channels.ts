/** Two channels, both ways checked by the host contract. */
export const CALL = 'caravan:call'
export const EVENT = 'caravan:event'
