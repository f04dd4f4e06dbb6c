/* A disk that takes two milliseconds for a durable write: loaded before the C library. */
#define _GNU_SOURCE
#include <time.h>
#include <unistd.h>
#include <sys/syscall.h>

static void wait_for_the_disk(void) {
    struct timespec two_milliseconds = {0, 2000000};
    nanosleep(&two_milliseconds, 0);
}

int fsync(int file) {
    wait_for_the_disk();
    return (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
    wait_for_the_disk();
    return (int)syscall(SYS_fdatasync, file);
}
