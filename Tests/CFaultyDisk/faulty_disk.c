#include "faulty_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PLACES = 64, CRASHED = 137 };

struct armed {
    char prefix[1024];
    enum faulty_disk_fault fault;
    long n;
    long count;
    unsigned long random;
};

// What stood in a file where something was written that has not been flushed yet.
struct undo {
    struct undo *earlier;
    sqlite3_file *file;
    sqlite3_int64 offset;
    sqlite3_int64 size_before;
    int length;
    unsigned char bytes[];
};

struct faulty_file {
    sqlite3_file base;
    char path[1024];
    sqlite3_file *real;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct armed places[PLACES];
static struct undo *unflushed;
static int skips_flushes;
static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;

static sqlite3_file *real_of(sqlite3_file *file) { return ((struct faulty_file *)file)->real; }

static struct armed *armed_for(const char *path) {
    for (int i = 0; i < PLACES; i++) {
        size_t length = strlen(places[i].prefix);
        if (length > 0 && strncmp(path, places[i].prefix, length) == 0) return &places[i];
    }
    return NULL;
}

static unsigned long next_random(struct armed *armed) {
    armed->random = armed->random * 6364136223846793005UL + 1442695040888963407UL;
    return armed->random >> 33;
}

static void remember(struct faulty_file *file, int length, sqlite3_int64 offset) {
    struct undo *undo = calloc(1, sizeof *undo + (size_t)length);
    if (undo == NULL) abort();
    undo->file = file->real;
    undo->offset = offset;
    undo->length = length;
    file->real->pMethods->xFileSize(file->real, &undo->size_before);
    // Beyond the end the buffer is filled with zeroes, and that is right: cutting the file is what undoes it.
    file->real->pMethods->xRead(file->real, undo->bytes, length, offset);
    undo->earlier = unflushed;
    unflushed = undo;
}

static void forget(sqlite3_file *real) {
    struct undo **place = &unflushed;
    while (*place != NULL) {
        struct undo *undo = *place;
        if (undo->file == real) {
            *place = undo->earlier;
            free(undo);
        } else {
            place = &undo->earlier;
        }
    }
}

// Takes back some of what was not flushed, latest first. A file is only cut while everything after the cut is lost too.
static void cut_power(struct armed *armed) {
    for (struct undo *undo = unflushed; undo != NULL; undo = undo->earlier) {
        if (next_random(armed) % 2 == 0) continue;
        const sqlite3_io_methods *methods = undo->file->pMethods;
        sqlite3_int64 size = 0;
        methods->xFileSize(undo->file, &size);
        if (undo->offset >= undo->size_before && undo->offset + undo->length == size) {
            methods->xTruncate(undo->file, undo->size_before);
        } else {
            methods->xWrite(undo->file, undo->bytes, undo->length, undo->offset);
        }
    }
}

static int faulty_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
    struct faulty_file *mine = (struct faulty_file *)file;
    const sqlite3_io_methods *methods = mine->real->pMethods;
    pthread_mutex_lock(&lock);
    struct armed *armed = armed_for(mine->path);
    int result = SQLITE_OK;
    if (armed != NULL && armed->fault != FAULTY_DISK_SYNC) {
        armed->count += 1;
        int is_now = armed->count == armed->n;
        if (armed->fault == FAULTY_DISK_POWER_CUT) remember(mine, length, offset);
        if (armed->fault == FAULTY_DISK_FULL && armed->count >= armed->n) result = SQLITE_FULL;
        if (is_now && armed->fault != FAULTY_DISK_FULL && armed->fault != FAULTY_DISK_NONE) {
            methods->xWrite(mine->real, bytes, length / 2, offset);
            if (armed->fault == FAULTY_DISK_POWER_CUT) cut_power(armed);
            if (armed->fault != FAULTY_DISK_WRITE) _exit(CRASHED);
            result = SQLITE_IOERR_WRITE;
        }
    }
    if (result == SQLITE_OK) result = methods->xWrite(mine->real, bytes, length, offset);
    pthread_mutex_unlock(&lock);
    return result;
}

static int faulty_sync(sqlite3_file *file, int flags) {
    struct faulty_file *mine = (struct faulty_file *)file;
    pthread_mutex_lock(&lock);
    struct armed *armed = armed_for(mine->path);
    int fails = 0;
    if (armed != NULL && armed->fault == FAULTY_DISK_SYNC) {
        armed->count += 1;
        fails = armed->count == armed->n;
    }
    if (armed != NULL && armed->fault == FAULTY_DISK_POWER_CUT) forget(mine->real);
    int skips = skips_flushes;
    pthread_mutex_unlock(&lock);
    if (fails) return SQLITE_IOERR_FSYNC;
    if (skips) return SQLITE_OK;
    return mine->real->pMethods->xSync(mine->real, flags);
}

static int faulty_close(sqlite3_file *file) {
    struct faulty_file *mine = (struct faulty_file *)file;
    pthread_mutex_lock(&lock);
    forget(mine->real);
    pthread_mutex_unlock(&lock);
    return mine->real->pMethods->xClose(mine->real);
}

static int faulty_read(sqlite3_file *f, void *p, int n, sqlite3_int64 o) {
    return real_of(f)->pMethods->xRead(real_of(f), p, n, o);
}
static int faulty_truncate(sqlite3_file *f, sqlite3_int64 n) {
    return real_of(f)->pMethods->xTruncate(real_of(f), n);
}
static int faulty_size(sqlite3_file *f, sqlite3_int64 *n) { return real_of(f)->pMethods->xFileSize(real_of(f), n); }
static int faulty_lock(sqlite3_file *f, int level) { return real_of(f)->pMethods->xLock(real_of(f), level); }
static int faulty_unlock(sqlite3_file *f, int level) { return real_of(f)->pMethods->xUnlock(real_of(f), level); }
static int faulty_reserved(sqlite3_file *f, int *out) {
    return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}
static int faulty_control(sqlite3_file *f, int op, void *p) {
    return real_of(f)->pMethods->xFileControl(real_of(f), op, p);
}
static int faulty_sector(sqlite3_file *f) { return real_of(f)->pMethods->xSectorSize(real_of(f)); }
static int faulty_traits(sqlite3_file *f) { return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f)); }
static int faulty_map(sqlite3_file *f, int i, int n, int extend, void volatile **p) {
    return real_of(f)->pMethods->xShmMap(real_of(f), i, n, extend, p);
}
static int faulty_shm_lock(sqlite3_file *f, int o, int n, int flags) {
    return real_of(f)->pMethods->xShmLock(real_of(f), o, n, flags);
}
static void faulty_barrier(sqlite3_file *f) { real_of(f)->pMethods->xShmBarrier(real_of(f)); }
static int faulty_unmap(sqlite3_file *f, int d) { return real_of(f)->pMethods->xShmUnmap(real_of(f), d); }

// Version 2: with shared memory for the log ahead, without memory mapping of the database.
static const sqlite3_io_methods faulty_methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_reserved,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_traits,
    .xShmMap = faulty_map,
    .xShmLock = faulty_shm_lock,
    .xShmBarrier = faulty_barrier,
    .xShmUnmap = faulty_unmap,
};

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags) {
    struct faulty_file *mine = (struct faulty_file *)file;
    (void)vfs;
    memset(mine, 0, sizeof *mine);
    mine->real = (sqlite3_file *)(mine + 1);
    if (name != NULL) snprintf(mine->path, sizeof mine->path, "%s", name);
    int result = real_vfs->xOpen(real_vfs, name, mine->real, flags, out_flags);
    if (mine->real->pMethods != NULL) mine->base.pMethods = &faulty_methods;
    return result;
}

int faulty_disk_install(void) {
    pthread_mutex_lock(&lock);
    int result = SQLITE_OK;
    if (real_vfs == NULL) {
        real_vfs = sqlite3_vfs_find(NULL);
        faulty_vfs = *real_vfs;
        faulty_vfs.pNext = NULL;
        faulty_vfs.zName = "faulty-disk";
        faulty_vfs.szOsFile = (int)sizeof(struct faulty_file) + real_vfs->szOsFile;
        faulty_vfs.xOpen = faulty_open;
        result = sqlite3_vfs_register(&faulty_vfs, 1);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

void faulty_disk_skip_flushes(void) {
    pthread_mutex_lock(&lock);
    skips_flushes = 1;
    pthread_mutex_unlock(&lock);
}

int faulty_disk_arm(const char *prefix, enum faulty_disk_fault fault, long n, unsigned long seed) {
    pthread_mutex_lock(&lock);
    struct armed *armed = armed_for(prefix);
    for (int i = 0; armed == NULL && i < PLACES; i++) {
        if (places[i].prefix[0] == '\0') armed = &places[i];
    }
    if (armed != NULL) {
        snprintf(armed->prefix, sizeof armed->prefix, "%s", prefix);
        armed->fault = fault;
        armed->n = n;
        armed->count = 0;
        armed->random = seed;
    }
    pthread_mutex_unlock(&lock);
    return armed == NULL ? -1 : 0;
}

long faulty_disk_disarm(const char *prefix) {
    pthread_mutex_lock(&lock);
    long count = 0;
    for (int i = 0; i < PLACES; i++) {
        if (strcmp(places[i].prefix, prefix) == 0) {
            count = places[i].count;
            memset(&places[i], 0, sizeof places[i]);
        }
    }
    pthread_mutex_unlock(&lock);
    return count;
}
