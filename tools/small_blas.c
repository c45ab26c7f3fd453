/* The 22 functions of BLAS that numpy's core links to, written out plainly, in the place of OpenBLAS.
 *
 * Why: the program sorts, counts and compares with numpy and multiplies no matrices, and OpenBLAS is 32 MB, a third of
 * the whole bundle for Windows. Whatever numpy does with these is right, only slower; tests compare it with numpy.
 * The names are those of the 64-bit interface of scipy-openblas (https://github.com/MacPython/openblas-libs).
 *
 *   x86_64-w64-mingw32-gcc -O2 -shared -nostdlib -Wl,--entry,0 tools/small_blas.c -o small_blas.dll
 */
#ifdef _WIN32
#define PUBLIC __declspec(dllexport)
int _fltused = 0;
#else
#define PUBLIC
#endif

typedef long long size;
enum { ROW_MAJOR = 101, NO_TRANS = 111, TRANS = 112, CONJ_TRANS = 113, UPPER = 121 };
typedef struct { float re, im; } c32;
typedef struct { double re, im; } c64;

/* A vector that is walked backwards begins at its end. */
static size first(size n, size step) { return step < 0 ? (1 - n) * step : 0; }

#define REAL(P, T)                                                                                                     \
    static T P##zero(void) { return 0; }                                                                               \
    static T P##plus(T a, T b) { return a + b; }                                                                       \
    static T P##times(T a, T b) { return a * b; }                                                                      \
    static T P##conj(T a) { return a; }
#define COMPLEX(P, T)                                                                                                  \
    static T P##zero(void) { return (T){0, 0}; }                                                                       \
    static T P##plus(T a, T b) { return (T){a.re + b.re, a.im + b.im}; }                                               \
    static T P##times(T a, T b) { return (T){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }                  \
    static T P##conj(T a) { return (T){a.re, -a.im}; }

#define VECTORS(P, T, SCALAR, VALUE)                                                                                   \
    static T P##sum(size n, const T *x, size dx, const T *y, size dy, int is_conj) {                                   \
        T all = P##zero();                                                                                             \
        for (size i = 0, a = first(n, dx), b = first(n, dy); i < n; i++, a += dx, b += dy)                             \
            all = P##plus(all, P##times(is_conj ? P##conj(x[a]) : x[a], y[b]));                                        \
        return all;                                                                                                    \
    }                                                                                                                  \
    PUBLIC void scipy_cblas_##P##axpy64_(size n, SCALAR alpha, const T *x, size dx, T *y, size dy) {                   \
        for (size i = 0, a = first(n, dx), b = first(n, dy); i < n; i++, a += dx, b += dy)                             \
            y[b] = P##plus(y[b], P##times(VALUE(alpha), x[a]));                                                        \
    }                                                                                                                  \
    /* What stands in row i and column k of a matrix as it is meant, whatever its order and side. */                   \
    static T P##at(const T *m, size lead, size i, size k, int is_row_major, int how) {                                 \
        T value = (how == NO_TRANS) == is_row_major ? m[i * lead + k] : m[k * lead + i];                               \
        return how == CONJ_TRANS ? P##conj(value) : value;                                                             \
    }                                                                                                                  \
    static T P##mix(T alpha, T product, T beta, T before) {                                                            \
        T scaled = P##times(alpha, product);                                                                           \
        T nothing = P##zero(), kept = P##times(beta, before);                                                          \
        const char *b = (const char *)&beta, *z = (const char *)&nothing;                                              \
        int is_zero = 1;                                                                                               \
        for (unsigned k = 0; k < sizeof(T); k++) is_zero &= b[k] == z[k]; /* then what was there is not even read */   \
        return is_zero ? scaled : P##plus(scaled, kept);                                                               \
    }                                                                                                                  \
    PUBLIC void scipy_cblas_##P##gemm64_(int order, int how_a, int how_b, size m, size n, size depth, SCALAR alpha,    \
                                         const T *a, size la, const T *b, size lb, SCALAR beta, T *c, size lc) {       \
        int rows = order == ROW_MAJOR;                                                                                 \
        for (size i = 0; i < m; i++)                                                                                   \
            for (size k = 0; k < n; k++) {                                                                             \
                T all = P##zero();                                                                                     \
                for (size j = 0; j < depth; j++)                                                                       \
                    all = P##plus(all, P##times(P##at(a, la, i, j, rows, how_a), P##at(b, lb, j, k, rows, how_b)));    \
                T *to = rows ? c + i * lc + k : c + k * lc + i;                                                        \
                *to = P##mix(VALUE(alpha), all, VALUE(beta), *to);                                                     \
            }                                                                                                          \
    }                                                                                                                  \
    PUBLIC void scipy_cblas_##P##gemv64_(int order, int how, size m, size n, SCALAR alpha, const T *a, size la,        \
                                         const T *x, size dx, SCALAR beta, T *y, size dy) {                            \
        int rows = order == ROW_MAJOR;                                                                                 \
        size high = how == NO_TRANS ? m : n, wide = how == NO_TRANS ? n : m;                                           \
        for (size i = 0, to = first(high, dy); i < high; i++, to += dy) {                                              \
            T all = P##zero();                                                                                         \
            for (size k = 0, from = first(wide, dx); k < wide; k++, from += dx)                                        \
                all = P##plus(all, P##times(P##at(a, la, i, k, rows, how), x[from]));                                  \
            y[to] = P##mix(VALUE(alpha), all, VALUE(beta), y[to]);                                                     \
        }                                                                                                              \
    }                                                                                                                  \
    PUBLIC void scipy_cblas_##P##syrk64_(int order, int half, int how, size n, size depth, SCALAR alpha, const T *a,   \
                                         size la, SCALAR beta, T *c, size lc) {                                        \
        int rows = order == ROW_MAJOR;                                                                                 \
        int other = how == NO_TRANS ? TRANS : NO_TRANS;                                                                \
        for (size i = 0; i < n; i++)                                                                                   \
            for (size k = half == UPPER ? i : 0; k < (half == UPPER ? n : i + 1); k++) {                               \
                T all = P##zero();                                                                                     \
                for (size j = 0; j < depth; j++)                                                                       \
                    all = P##plus(all, P##times(P##at(a, la, i, j, rows, how), P##at(a, la, j, k, rows, other)));      \
                T *to = rows ? c + i * lc + k : c + k * lc + i;                                                        \
                *to = P##mix(VALUE(alpha), all, VALUE(beta), *to);                                                     \
            }                                                                                                          \
    }

#define ITSELF(value) (value)
#define S_AT(value) (*(const c32 *)(value))
#define D_AT(value) (*(const c64 *)(value))
REAL(s, float)
REAL(d, double)
COMPLEX(c, c32)
COMPLEX(z, c64)
VECTORS(s, float, float, ITSELF)
VECTORS(d, double, double, ITSELF)
VECTORS(c, c32, const void *, S_AT)
VECTORS(z, c64, const void *, D_AT)

PUBLIC float scipy_cblas_sdot64_(size n, const float *x, size dx, const float *y, size dy) {
    return ssum(n, x, dx, y, dy, 0);
}
PUBLIC double scipy_cblas_ddot64_(size n, const double *x, size dx, const double *y, size dy) {
    return dsum(n, x, dx, y, dy, 0);
}
PUBLIC void scipy_cblas_cdotu_sub64_(size n, const c32 *x, size dx, const c32 *y, size dy, c32 *to) {
    *to = csum(n, x, dx, y, dy, 0);
}
PUBLIC void scipy_cblas_cdotc_sub64_(size n, const c32 *x, size dx, const c32 *y, size dy, c32 *to) {
    *to = csum(n, x, dx, y, dy, 1);
}
PUBLIC void scipy_cblas_zdotu_sub64_(size n, const c64 *x, size dx, const c64 *y, size dy, c64 *to) {
    *to = zsum(n, x, dx, y, dy, 0);
}
PUBLIC void scipy_cblas_zdotc_sub64_(size n, const c64 *x, size dx, const c64 *y, size dy, c64 *to) {
    *to = zsum(n, x, dx, y, dy, 1);
}
