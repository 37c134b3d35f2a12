// A disk that fails when it is told to: an SQLite VFS between SQLite and the real one, for tests.
//
// It is the default VFS of the process once it is installed, and passes everything through until a fault is armed for
// the files of one database. Faults count the writes (or the flushes) to the database and the files beside it.
#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

#ifdef __cplusplus
extern "C" {
#endif

enum faulty_disk_fault {
    FAULTY_DISK_NONE = 0,
    // The n-th write fails with an input/output error; half of it is on the disk.
    FAULTY_DISK_WRITE = 1,
    // The n-th flush fails.
    FAULTY_DISK_SYNC = 2,
    // From the n-th write on, the disk is full.
    FAULTY_DISK_FULL = 3,
    // The process dies at the n-th write, in the middle of it.
    FAULTY_DISK_CRASH = 4,
    // The power fails at the n-th write: the process dies, and of what was not flushed each write is lost or not, by
    // a coin that depends on the seed.
    FAULTY_DISK_POWER_CUT = 5
};

// Installs the VFS as the default of the process. Safe to call more than once. Returns an SQLite result code.
int faulty_disk_install(void);

// From now on flushes are counted and may fail, but do not wait for the disk: for tests in a process whose power is
// never cut, which then do ten times as much in the same time.
void faulty_disk_skip_flushes(void);

// Arms a fault for the files whose path begins with `prefix`; there are 64 places, one for each prefix.
// Returns 0, or -1 when all are taken.
int faulty_disk_arm(const char *prefix, enum faulty_disk_fault fault, long n, unsigned long seed);

// Disarms what was armed for `prefix`, and returns how many writes (flushes, for a fault of flushes) it counted.
long faulty_disk_disarm(const char *prefix);

#ifdef __cplusplus
}
#endif
#endif
