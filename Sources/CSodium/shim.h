// libsodium: argon2id for passwords, bytes by chance, comparison in constant time.
#include <sodium.h>
