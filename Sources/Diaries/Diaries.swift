// Diaries
